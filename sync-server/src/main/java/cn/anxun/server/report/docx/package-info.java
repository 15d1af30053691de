/** Printed documents as .docx. */
@NullMarked
package cn.anxun.server.report.docx;

import org.jspecify.annotations.NullMarked;
