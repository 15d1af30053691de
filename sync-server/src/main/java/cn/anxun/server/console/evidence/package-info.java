/** What a form's rows rest on, for the auditor: the records, the computation, and one zip. */
@NullMarked
package cn.anxun.server.console.evidence;

import org.jspecify.annotations.NullMarked;
