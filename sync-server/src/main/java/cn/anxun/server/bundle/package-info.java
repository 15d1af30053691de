/** Opens what a phone could not send, takes it in and writes the receipts for it. */
@NullMarked
package cn.anxun.server.bundle;

import org.jspecify.annotations.NullMarked;
