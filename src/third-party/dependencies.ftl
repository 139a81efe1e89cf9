<#-- A row for each library. Natives that come in one artifact for each platform are one row. -->
<#function row project licences>
    <#local artifact = project.artifactId?replace("-(linux|macos|windows)-(x64|arm64)$", "-PLATFORM", "r")>
    <#return "| `" + project.groupId + ":" + artifact + "` | " + project.version + " | " + licences?join("; ") + " |">
</#function>
<#list dependencyMap as entry>
${row(entry.key, entry.value)}
</#list>
