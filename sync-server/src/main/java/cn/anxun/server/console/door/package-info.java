/** The ways into the console and out of it. */
@NullMarked
package cn.anxun.server.console.door;

import org.jspecify.annotations.NullMarked;
