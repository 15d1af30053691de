/**
 * The administrator's commands: bureaus, accounts, enrolment, devices. They work on the data
 * directory, or through the server that holds it.
 */
@NullMarked
package cn.anxun.server.admin;

import org.jspecify.annotations.NullMarked;
