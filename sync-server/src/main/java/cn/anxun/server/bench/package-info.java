/**
 * The {@code bench} command: each of the server's works beside what this machine allows, by turns
 * in one run. Figures that were seen stand in {@code docs/performance.md}.
 */
@NullMarked
package cn.anxun.server.bench;

import org.jspecify.annotations.NullMarked;
