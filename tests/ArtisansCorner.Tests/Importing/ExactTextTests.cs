using ArtisansCorner.Importing.Export;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Importing;

public sealed class ExactTextTests
{
    [Fact]
    public void Any_text_comes_back_as_it_was_and_none_is_a_formula() => Gen.String.Sample(text =>
    {
        var written = ExactText.Of(text)!;
        Assert.True(ExactText.TryRead(written, typeof(string), out var read));
        Assert.Equal(text, read);
        Assert.False(written is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]);
        // The writer of files has nothing to add.
        Assert.DoesNotContain("'" + written, CsvText.Line([written]).Trim('"'), StringComparison.Ordinal);
    });

    [Fact]
    public void Numbers_days_and_instants_come_back_exactly() => Gen.Select(Gen.Long, Gen.DateTime.Utc, Gen.DateOnly).Sample((number, at, day) =>
    {
        Assert.True(ExactText.TryRead(ExactText.Of(number)!, typeof(long), out var long1) && (long)long1! == number);
        Assert.True(ExactText.TryRead(ExactText.Of(new DateTimeOffset(at))!, typeof(DateTimeOffset?), out var at1) && (DateTimeOffset)at1! == new DateTimeOffset(at));
        Assert.True(ExactText.TryRead(ExactText.Of(day)!, typeof(DateOnly), out var day1) && (DateOnly)day1! == day);
    });

    [Theory]
    [InlineData("", typeof(long), false)]
    [InlineData("", typeof(long?), true)]
    [InlineData("", typeof(string), true)]
    [InlineData("1.5", typeof(long), false)]
    [InlineData("300", typeof(byte), false)]
    [InlineData("yes", typeof(bool), false)]
    [InlineData("EUR", typeof(Currency?), true)]
    [InlineData("Eggs", typeof(Currency?), false)]
    [InlineData("77", typeof(DayOfWeek), false)]
    public void What_is_not_of_the_type_is_refused(string text, Type type, bool reads) => Assert.Equal(reads, ExactText.TryRead(text, type, out _));
}
