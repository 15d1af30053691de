/** Files of others filled from a form: the finance bureau's own tables, tied cell by cell. */
@NullMarked
package cn.anxun.server.console.fill;

import org.jspecify.annotations.NullMarked;
