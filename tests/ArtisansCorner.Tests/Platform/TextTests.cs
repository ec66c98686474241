using System.Text;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using CsCheck;

namespace ArtisansCorner.Tests.Platform;

public sealed class TextTests
{
    private static readonly string[] Letters = ["a", "b", "Z", "🏺", "ﷺ", "é", "e\u0301", "ß", " ", "İ", "ﬃ", "中", "\u00a0"];
    private static readonly Gen<string> Scripts = Gen.Int[0, Letters.Length - 1].Select(index => Letters[index]).List[0, 60].Select(string.Concat);

    [Theory]
    [InlineData("Ärmel  Groß", "armel gross")]
    [InlineData("  Crème brûlée ", "creme brulee")]
    [InlineData("№ 5", "no 5")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("", "")]
    public void Search_compares_without_case_and_accents(string text, string normalized) => Assert.Equal(normalized, SearchText.Of(text));

    [Fact]
    public void Normalizing_twice_is_normalizing_once() => Scripts.Sample(text => SearchText.Of(SearchText.Of(text)) == SearchText.Of(text));

    [Fact]
    public void A_text_that_is_cut_is_still_text() =>
        Gen.Select(Scripts, Gen.Int[0, 80]).Sample((text, most) =>
        {
            var cut = text.UpTo(most);
            return cut.Length <= most && text.StartsWith(cut, StringComparison.Ordinal) && cut.Length >= Math.Min(text.Length, most - 1) && cut.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
        });

    [Fact]
    public void A_cursor_reads_back_to_the_same_place() =>
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Guid).Sample((ticks, id) => Cursor.Parse(new Cursor(ticks, id).ToString()) == new Cursor(ticks, id));

    [Fact]
    public void What_is_no_cursor_is_none() => Gen.String.Sample(text => Cursor.Parse(text) is null || text.Length == 32);
}
