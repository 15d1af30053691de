/** Tests of what withdrawn phones hand over, and what is decided on it. */
@NullMarked
package cn.anxun.server.inbox;

import org.jspecify.annotations.NullMarked;
