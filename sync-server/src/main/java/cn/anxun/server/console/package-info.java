/**
 * The web console: pages made on the server, for supervisors, the office, administrators, auditors.
 */
@NullMarked
package cn.anxun.server.console;

import org.jspecify.annotations.NullMarked;
