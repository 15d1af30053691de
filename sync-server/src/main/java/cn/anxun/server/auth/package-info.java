/**
 * Who is asking and what they may do: accounts, passwords, sessions, devices and their tokens,
 * enrolment, the inbox of revoked devices, and the audit, all in {@code directory.db}. Knows
 * nothing of HTTP.
 */
@NullMarked
package cn.anxun.server.auth;

import org.jspecify.annotations.NullMarked;
