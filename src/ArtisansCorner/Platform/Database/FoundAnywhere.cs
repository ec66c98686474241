using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Platform.Database;

/// <summary>Texts in which people look for words, wherever in them these stand.</summary>
public static class FoundAnywhere
{
    private const string Annotation = "FoundAnywhere";

    /// <summary>Lets words be found anywhere in this text without reading all of them, on an engine that has an index for that.</summary>
    public static PropertyBuilder<string> IsFoundAnywhere(this PropertyBuilder<string> text) => text.HasAnnotation(Annotation, true);

    internal static IEnumerable<IMutableProperty> Of(IMutableModel model) => Of((IReadOnlyModel)model).Cast<IMutableProperty>();

    internal static IEnumerable<IReadOnlyProperty> Of(IReadOnlyModel model) =>
        model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.FindAnnotation(Annotation) is not null);
}
