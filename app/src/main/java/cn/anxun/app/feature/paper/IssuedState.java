package cn.anxun.app.feature.paper;

import cn.anxun.app.paper.PaperPages;
import cn.anxun.core.paper.PaperRecord;

/**
 * What the page of an issued paper shows.
 *
 * @param signedCopy whether a picture of the hand-signed paper is attached
 * @param canNumber whether a number can be given to it on this phone
 * @param unsent whether it was never begun to be sent, so that taking it back is 撤回
 */
record IssuedState(
    PaperRecord paper, PaperPages pages, boolean signedCopy, boolean canNumber, boolean unsent) {}
