using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.House;

/// <summary>Names say what a thing is; files stay short.</summary>
public sealed partial class NameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Service", "Services", "Util", "Utils", "Base", "Dto", "Dtos", "Impl", "Repository"];

    [Fact]
    public void No_file_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Sources(), file => Words().Matches(Path.GetFileNameWithoutExtension(file)).Any(word => Empty.Contains(word.Value)));

    [Fact]
    public void Nine_files_in_ten_are_under_120_lines()
    {
        var lengths = Sources().Select(file => File.ReadLines(file).Count()).ToList();
        Assert.InRange((double)lengths.Count(length => length > 120) / lengths.Count, 0, 0.1);
    }

    [Fact]
    public void No_file_is_over_400_lines() => Assert.DoesNotContain(Sources(), file => File.ReadLines(file).Count() > 400);

    private static IEnumerable<string> Sources() =>
        from folder in new[] { "src", "tests", "bench" }.Select(name => Repo.PathOf(name)).Where(Directory.Exists)
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        where !Generated().IsMatch(file.Replace('\\', '/'))
        select file;

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();

    [GeneratedRegex("/(bin|obj|Migrations|node_modules)/")]
    private static partial Regex Generated();
}
