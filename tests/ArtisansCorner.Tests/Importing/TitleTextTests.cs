using ArtisansCorner.Importing.Matching;

namespace ArtisansCorner.Tests.Importing;

public sealed class TitleTextTests
{
    [Theory]
    [InlineData("Mug, Color:Blue,Size:Large", "mug blue large")]
    [InlineData("  MÜG – blue / Large ", "mug blue large")]
    [InlineData("Gift: a mug", "gift a mug")]
    [InlineData("—", "")]
    public void Titles_are_compared_by_their_words_alone(string title, string key) => Assert.Equal(key, TitleText.KeyOf(title));

    [Theory]
    // 2·2 ÷ (3 + 2); two of two of the catalog's words; one word alone proves little.
    [InlineData("Lavender Soap Bar", "Lavender soap", 0.9)]
    [InlineData("Mugs", "Mug", 1)]
    [InlineData("Handmade mug for coffee lovers", "Mug", 2.0 / 6)]
    [InlineData("Bowl", "Lavender soap", 0)]
    public void Likeness_is_told_by_shared_words(string title, string product, double likeness) =>
        Assert.Equal(likeness, TitleText.Likeness(TitleText.StemsOf(title), TitleText.StemsOf(product)), 6);
}
