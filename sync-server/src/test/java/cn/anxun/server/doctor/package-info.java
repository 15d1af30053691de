/** Tests of the checks of a machine and its server. */
@NullMarked
package cn.anxun.server.doctor;

import org.jspecify.annotations.NullMarked;
