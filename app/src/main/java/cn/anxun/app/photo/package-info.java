/** Photos as evidence: taken in, made small enough to send, kept in the app's own storage. */
@NullMarked
package cn.anxun.app.photo;

import org.jspecify.annotations.NullMarked;
