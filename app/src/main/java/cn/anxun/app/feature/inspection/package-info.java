/**
 * 检查: the day's round, the choice of a site, the visit with its checklist and hazards, its summary.
 * Whatever is filled in is kept in a {@link cn.anxun.app.feature.inspection.VisitDraft} until the
 * visit is finished.
 */
@NullMarked
package cn.anxun.app.feature.inspection;

import org.jspecify.annotations.NullMarked;
