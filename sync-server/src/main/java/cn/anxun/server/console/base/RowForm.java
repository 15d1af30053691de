package cn.anxun.server.console.base;

import cn.anxun.server.console.record.FieldForm;
import java.util.List;

/**
 * A row to be added or changed.
 *
 * @param id "" for a new one
 * @param seen the row as it was found, as JSON; "" for a new one
 * @param problems why it was not taken, a sentence each
 * @param used how many records say what it is
 * @param withdraw the words by which it goes out of use and stays known; "" where it cannot
 * @param removable whether it can be taken out altogether
 * @param begun whether its reader has changed it and not saved
 */
public record RowForm(
    String action,
    String id,
    String seen,
    List<FieldForm.Input> inputs,
    List<String> problems,
    int used,
    String withdraw,
    boolean removable,
    boolean begun,
    String back) {}
