/**
 * {@code install} and {@code uninstall}: make the server start with the machine, by systemd or by
 * Windows' task scheduler.
 */
@NullMarked
package cn.anxun.server.install;

import org.jspecify.annotations.NullMarked;
