/**
 * The {@code case} command: a bureau's published year, as data, is turned into field work, recorded
 * by simulated phones, pushed over HTTP, and what the server then answers is held against what was
 * expected. {@link cn.anxun.server.cases.CaseFile} is the input, {@link
 * cn.anxun.server.cases.CaseGenerator} makes the work, {@link cn.anxun.server.cases.CaseReplay}
 * does it, {@link cn.anxun.server.cases.CaseComparison} compares.
 */
@NullMarked
package cn.anxun.server.cases;

import org.jspecify.annotations.NullMarked;
