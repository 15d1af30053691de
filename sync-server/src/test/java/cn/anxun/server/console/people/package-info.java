/** Accounts and phones as an administrator manages them in the browser. */
@NullMarked
package cn.anxun.server.console.people;

import org.jspecify.annotations.NullMarked;
