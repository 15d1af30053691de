package cn.anxun.server.console.base;

import java.util.List;

/**
 * A workbook to be taken over into a table.
 *
 * @param columns the headings that it may have, those that it must have marked by a star
 * @param whole whether the file stands for the whole table
 * @param problems why it was not taken, each with its row and column
 */
public record SheetForm(
    String action,
    String file,
    List<String> columns,
    boolean whole,
    List<String> problems,
    String back) {}
