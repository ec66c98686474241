using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.House;

/// <summary>A module names only modules to its left, so the import graph has no circle (docs/architecture.md).</summary>
public sealed partial class ModuleOrderTests
{
    private static readonly string[] Line =
        ["Platform", "Ui", "Accounts", "Shops", "Catalog", "Inventory", "Making", "Sales", "Payouts", "Expenses", "Customers", "Analytics", "Reports", "Importing", "Webhooks"];

    /// <summary>What stands above every module and may name them all.</summary>
    private static readonly string[] Above = ["Demo", "Migrations"];

    private static readonly string Source = Repo.PathOf("src", "ArtisansCorner");

    [Fact]
    public void A_module_names_only_modules_to_its_left()
    {
        var wrong =
            from file in SourceFiles()
            let module = ModuleOf(file)
            where Line.Contains(module)
            from name in NamedIn(File.ReadAllText(Path.Combine(Source, file))).Distinct()
            where Array.IndexOf(Line, name) is var at && (at < 0 ? Above.Contains(name) : at > Array.IndexOf(Line, module))
            select $"{file} names {name}, which stands to its right";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_line()
    {
        string[] others = ["wwwroot", "Assets", "Properties", "bin", "obj", "data", "node_modules"];
        var folders = Directory.GetDirectories(Source).Select(folder => Path.GetFileName(folder)!);
        Assert.Empty(folders.Except([.. Line, .. Above, .. others]));
    }

    private static string ModuleOf(string file) => file.Split('/')[0];

    private static IEnumerable<string> SourceFiles() =>
        from file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Source, file).Replace('\\', '/')
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
        where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
        select path;

    /// <summary>A using, a fully qualified name, or a name that starts at the module from inside our namespace (“Values.Currency” is Platform's own).</summary>
    private static IEnumerable<string> NamedIn(string text) => Named().Matches(text).Select(match => match.Groups["module"].Value);

    [GeneratedRegex(@"\bArtisansCorner\.(?<module>[A-Z]\w*)|(?<![\w.""])(?<module>Platform|Accounts|Shops|Catalog|Inventory|Sales|Payouts|Expenses|Customers|Analytics|Reports|Importing|Webhooks|Demo)\.(?=[A-Z]\w*\b(?!\())")]
    private static partial Regex Named();
}
