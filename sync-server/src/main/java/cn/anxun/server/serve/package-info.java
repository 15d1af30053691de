/**
 * Starts the server: the one place where its parts are put together, and the command {@code serve}.
 */
@NullMarked
package cn.anxun.server.serve;

import org.jspecify.annotations.NullMarked;
