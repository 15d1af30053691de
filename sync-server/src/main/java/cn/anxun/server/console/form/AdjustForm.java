package cn.anxun.server.console.form;

import java.util.List;

/**
 * The adjustment of one frozen target.
 *
 * @param current the target that holds now
 * @param seen the revision that its editor saw
 */
public record AdjustForm(
    String action,
    String seen,
    String note,
    String form,
    String row,
    String current,
    String target,
    String documentNo,
    String reason,
    List<String> problems,
    String back) {}
