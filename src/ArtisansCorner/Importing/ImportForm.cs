using ArtisansCorner.Importing.Matching;

namespace ArtisansCorner.Importing;

/// <summary>What the form of the preview says.</summary>
internal static class ImportForm
{
    /// <summary>The choices that were made in it.</summary>
    public static ImportChoices Read(IFormCollection form) => new(form["takeStock"] == "true", form["updatePrices"] == "true", form["addMakers"] == "true", TitleForm.Read(form));
}
