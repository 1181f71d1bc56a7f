@echo off
rem Starts Satchel: finds a JDK 25 or newer without starting one to ask, then runs ..\lib\*.
rem   SATCHEL_JAVA_HOME   the JDK to use before all others
rem   SATCHEL_JAVA_OPTS   more options for the JVM
rem Exit 69 when there is no usable Java; otherwise what Satchel itself answers (see the README).
setlocal EnableExtensions DisableDelayedExpansion
set "WANTED=25"
set "FOUND="
set "TOO_OLD="
for %%I in ("%~dp0..") do set "APP=%%~fI"

call :try "%APP%\runtime"
if defined FOUND goto run
if not defined SATCHEL_JAVA_HOME goto own_java_home
call :try "%SATCHEL_JAVA_HOME%"
if defined FOUND goto run
>&2 echo satchel: SATCHEL_JAVA_HOME names "%SATCHEL_JAVA_HOME%", which is no Java %WANTED% or newer. Another one is looked for.
:own_java_home
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined FOUND goto run
for /f "delims=" %%J in ('where java 2^>nul') do if not defined FOUND for %%K in ("%%~dpJ..") do call :try "%%~fK"
if defined FOUND goto run
for %%V in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps") do (
  if exist "%%~V\" for /d %%D in ("%%~V\*") do if not defined FOUND (
    call :try "%%~fD"
    if not defined FOUND call :try "%%~fD\current"
  )
)
if defined FOUND goto run

if defined TOO_OLD (
  >&2 echo satchel: there is no Java %WANTED% or newer on this computer ^(%TOO_OLD%^).
) else (
  >&2 echo satchel: there is no Java %WANTED% or newer on this computer.
)
>&2 echo Install a JDK %WANTED%, for example Eclipse Temurin, or name one that you have in SATCHEL_JAVA_HOME.
exit /b 69

:run
"%FOUND%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 %SATCHEL_JAVA_OPTS% -cp "%APP%\lib\*" app.satchel.Satchel %*
exit /b %ERRORLEVEL%

rem Takes the Java home %1 when its release file says that it will do.
:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=2 delims==" %%R in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do if not defined VERSION set "VERSION=%%~R"
if not defined VERSION exit /b 0
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if "%MAJOR%"=="1" set "MAJOR=8"
if %MAJOR% GEQ %WANTED% (
  set "FOUND=%~1"
) else (
  if not defined TOO_OLD set "TOO_OLD=%~1 is Java %MAJOR%"
)
exit /b 0
