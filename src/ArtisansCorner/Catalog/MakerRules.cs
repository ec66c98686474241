using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Catalog;

/// <summary>A maker as it is to be.</summary>
/// <param name="Id">Which; nothing for a further one.</param>
/// <param name="Name">The name.</param>
/// <param name="Version">The version that was seen; nothing: whichever it is.</param>
public sealed record NamedMaker(Guid? Id, string? Name, int? Version = null);

/// <summary>The makers of a shop before they were changed.</summary>
/// <param name="Were">Those who were called otherwise, with the version that the change made of them, or none where it took them off the list.</param>
/// <param name="Added">Those who were not on the list.</param>
public sealed record MakersBefore(IReadOnlyList<NamedMaker> Were, IReadOnlyList<Guid> Added);

/// <summary>What makes sense in the makers of a shop.</summary>
public static class MakerRules
{
    /// <summary>A shop has at most so many.</summary>
    public const int Most = 100;

    /// <summary>No name is longer.</summary>
    public const int LongestName = 120;

    /// <summary>What is said of an id that is none of this shop.</summary>
    public static Problem Unknown => new("unknown_maker", "There is no such maker.", Kind: ProblemKind.NotFound);

    /// <summary>Everything that is wrong with makers that are to be so, where these are there.</summary>
    // Two may take each other's name: what counts is how all are called in the end. Files find makers by their names, written as SearchText writes them.
    public static List<Problem> Check(IReadOnlyList<NamedMaker> makers, List<Maker> there)
    {
        if (makers.Any(maker => maker.Id is { } id && !there.Exists(known => known.Id == id))) return [Unknown];
        if (makers.Any(maker => maker.Version is { } seen && there.Find(known => known.Id == maker.Id) is { } known && known.Version != seen && known.Name != maker.Name?.Trim())) return [Problem.Stale];
        if (there.Count + makers.Count(maker => maker.Id is null) > Most) return [new("too_many_makers", $"A shop has at most {Most} makers.", Kind: ProblemKind.Conflict)];
        var taken = there.Where(known => makers.All(maker => maker.Id != known.Id)).Select(known => SearchText.Of(known.Name)).ToHashSet(StringComparer.Ordinal);
        List<Problem> problems = [];
        foreach (var (index, maker) in makers.Index())
        {
            var name = maker.Name?.Trim() ?? "";
            var (code, words) = name.Length == 0 ? ("name_missing", "Who is it? A maker needs a name.")
                : name.Length > LongestName ? ("name_too_long", $"A name has at most {LongestName} characters.")
                : !taken.Add(SearchText.Of(name)) ? ("name_taken", $"There is a maker called {name} already.")
                : ("", "");
            if (code.Length > 0) problems.Add(new(code, words, $"Makers[{index}].Name"));
        }

        return problems;
    }
}
