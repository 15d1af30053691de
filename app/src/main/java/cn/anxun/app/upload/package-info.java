/** Photos on their way to the server, and back where they are looked at; how long they stay. */
@NullMarked
package cn.anxun.app.upload;

import org.jspecify.annotations.NullMarked;
