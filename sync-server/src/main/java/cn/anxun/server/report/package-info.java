/**
 * What the office prints: values by name, and documents of titles, tables and small print that know
 * nothing of file formats. {@code form} composes them, {@code xlsx} and {@code docx} write them,
 * {@code fill} puts the same values into the finance bureau's own files.
 */
@NullMarked
package cn.anxun.server.report;

import org.jspecify.annotations.NullMarked;
