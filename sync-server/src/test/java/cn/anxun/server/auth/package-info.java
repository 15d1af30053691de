/** Accounts and what they may do, below HTTP. */
@NullMarked
package cn.anxun.server.auth;

import org.jspecify.annotations.NullMarked;
