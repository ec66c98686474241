using System.Globalization;

namespace ArtisansCorner.Bench;

/// <summary>What a bench prints: tables in Markdown, so that docs/performance.md takes them as they are.</summary>
public static class Report
{
    /// <summary>Says what is measured, and where.</summary>
    public static void Begin(string bench, bool postgres)
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        Console.WriteLine($"## {bench}, {(postgres ? "PostgreSQL" : "SQLite")}: {Environment.ProcessorCount} cores, .NET {Environment.Version}, load average at the start {load}\n");
    }

    /// <summary>Begins a table.</summary>
    public static void Table(params string[] headings)
    {
        Console.WriteLine();
        Row(headings);
        Row([.. headings.Select((_, i) => i == 0 ? "---" : "---:")]);
    }

    /// <summary>One row of it.</summary>
    public static void Row(params object?[] cells) => Console.WriteLine("| " + string.Join(" | ", cells.Select(Say)) + " |");

    /// <summary>A sentence under it.</summary>
    public static void Note(FormattableString text) => Console.WriteLine("\n" + text.ToString(CultureInfo.InvariantCulture));

    private static string Say(object? cell) => cell switch
    {
        double number when Math.Abs(number) >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        long or int => string.Format(CultureInfo.InvariantCulture, "{0:#,0}", cell),
        _ => cell?.ToString() ?? "",
    };
}
