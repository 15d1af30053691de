package cn.anxun.server.console.record;

import java.util.List;

/**
 * The form in which one entry is corrected or voided.
 *
 * @param seen the last entry of the subject that its reader saw
 * @param reason typed before
 * @param problem why it was not taken, or ""
 */
public record AmendForm(
    String correct,
    String voids,
    String seen,
    List<FieldForm.Input> inputs,
    String reason,
    String problem,
    String back) {}
