/** Tests of what the server writes down of its own doing. */
@NullMarked
package cn.anxun.server.log;

import org.jspecify.annotations.NullMarked;
