failing-setting = 有一项设置用不了：{ $why }
failing-setting-remedy = 请按 docs/settings.md 设好这个环境变量，或者不设。
failing-file = 文件或文件夹用不了：{ $path }（{ $why }）
failing-file-remedy = 请看磁盘是否已满、文件夹能否写入、文件是否正被别的程序打开，然后再做一次。
failing-database = 数据库用不了：{ $why }
failing-database-remedy = 请看数据库是否在运行、磁盘是否已满、它的用户有没有这个权限（升级以后由表的所有者运行“concentric upgrade”），然后再做一次。账本里不会留下做了一半的东西。
failing-fault = 这是程序的错误，命令没有完成。
failing-fault-remedy = 账本里不会留下做了一半的东西。请把上面几行发给维护程序的人。
