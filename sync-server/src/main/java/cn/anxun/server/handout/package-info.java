/** The app that phones get from this server: what it is, which versions are wanted. */
@NullMarked
package cn.anxun.server.handout;

import org.jspecify.annotations.NullMarked;
