/** {@code doctor}: looks at a machine and its server, says what is wrong and what to do. */
@NullMarked
package cn.anxun.server.doctor;

import org.jspecify.annotations.NullMarked;
