/** The app for phones as an administrator puts it in place. */
@NullMarked
package cn.anxun.server.console.handout;

import org.jspecify.annotations.NullMarked;
