/**
 * Who this phone belongs to and who may open it: the enrolment, the PIN, the lease by the server,
 * the lock when nobody touches it.
 */
@NullMarked
package cn.anxun.app.account;

import org.jspecify.annotations.NullMarked;
