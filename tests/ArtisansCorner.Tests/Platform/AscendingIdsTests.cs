using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Platform;

public sealed class AscendingIdsTests
{
    [Fact]
    public void Each_is_larger_than_the_one_before_and_of_this_moment()
    {
        var before = Guid.CreateVersion7();
        var ids = new AscendingIds();
        List<Guid> given = [.. Enumerable.Range(0, 20_000).Select(_ => ids.Next())];
        Assert.Equal(given.Order(), given);
        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.All(given, id => Assert.Equal((7, true), (id.Version, id.Variant is >= 8 and <= 11)));
        // Some thousand a millisecond: the last of them are a few ahead.
        Assert.InRange(MomentOf(given[^1]) - MomentOf(before), 0, 60_000);
    }

    [Fact]
    public void Those_that_begin_in_the_same_moment_differ() =>
        Assert.Equal(2_000, Enumerable.Range(0, 2_000).Select(_ => new AscendingIds().Next()).Distinct().Count());

    private static long MomentOf(Guid id) => Convert.ToInt64(id.ToString("N")[..12], 16);
}
