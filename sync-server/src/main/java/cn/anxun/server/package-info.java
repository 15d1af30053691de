/**
 * {@link cn.anxun.server.Main}, the one entry of {@code anxun.jar}: every command is a class in the
 * package of its matter.
 */
@NullMarked
package cn.anxun.server;

import org.jspecify.annotations.NullMarked;
