@echo off
rem Starts Satchel as satchel.bat does, with everything logged. The path of the log comes at the end.
rem   satchel-debug [ARGUMENTS OF satchel]
setlocal EnableExtensions DisableDelayedExpansion
call "%~dp0satchel.bat" --debug %*
exit /b %ERRORLEVEL%
