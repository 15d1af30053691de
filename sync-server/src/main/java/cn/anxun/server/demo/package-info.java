/**
 * The {@code demo} command: a made-up bureau's year on a throwaway server, with what goes wrong in
 * the field on purpose, and what comes out of it in the end.
 */
@NullMarked
package cn.anxun.server.demo;

import org.jspecify.annotations.NullMarked;
