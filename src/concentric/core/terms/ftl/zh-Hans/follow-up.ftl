step-asked = 委托回头看
step-result = 回头看结果

state-asked = 已委托回头看
state-holds = 保持良好
state-partly = 部分保持
state-relapsed = 出现反弹
state-unclear = 说不清
state-no-answer = 未获答复

course-asked-not-independent = 受委托回头看的单位与这件事有关，或者就是经办单位。
course-asked-not-independent-remedy = 请委托既不是帮扶方、受帮扶方、承办单位，也不是经办单位的第三方。
course-party-cannot-choose = 与这件事有关的一方，不能指定由谁回头看，也不能撤回回头看。
course-party-cannot-choose-remedy = 请由经办单位办理。
course-result-missing = 没有写明回头看的结果。
course-result-missing-remedy = 请选一项：保持良好、部分保持、出现反弹、说不清、未获答复。
course-result-stays = 这次回头看已有结果，不能撤回；“未获答复”也算结果。
course-result-stays-remedy = 请再回头看一次；结果登错的，请冲正那一步。
