/** How a phone is told where the server is and what makes it a device: codes, QRs, slips. */
@NullMarked
package cn.anxun.server.enrolment;

import org.jspecify.annotations.NullMarked;
