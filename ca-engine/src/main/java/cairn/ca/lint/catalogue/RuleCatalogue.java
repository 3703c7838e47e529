package cairn.ca.lint.catalogue;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.CrlRule;
import cairn.ca.lint.Linter;
import cairn.ca.lint.alternative.ALabelNormal;
import cairn.ca.lint.alternative.ALabelReadable;
import cairn.ca.lint.alternative.AddressLength;
import cairn.ca.lint.alternative.AltNameEmpty;
import cairn.ca.lint.alternative.AltNameKind;
import cairn.ca.lint.alternative.AltNameTwice;
import cairn.ca.lint.alternative.CommonNameInAlternative;
import cairn.ca.lint.alternative.DnsLabelEmpty;
import cairn.ca.lint.alternative.DnsLabelHyphen;
import cairn.ca.lint.alternative.DnsLabelLength;
import cairn.ca.lint.alternative.DnsNameAddress;
import cairn.ca.lint.alternative.DnsNameAlphabet;
import cairn.ca.lint.alternative.DnsNameAscii;
import cairn.ca.lint.alternative.DnsNameLength;
import cairn.ca.lint.alternative.DnsNameUnderscore;
import cairn.ca.lint.alternative.DnsNameWildcard;
import cairn.ca.lint.alternative.HardwareModuleName;
import cairn.ca.lint.alternative.IssuerAltNotCritical;
import cairn.ca.lint.alternative.MailSyntax;
import cairn.ca.lint.alternative.ServerNeedsName;
import cairn.ca.lint.alternative.SpiffeId;
import cairn.ca.lint.alternative.SubjectAltNotCritical;
import cairn.ca.lint.alternative.UriAscii;
import cairn.ca.lint.alternative.UriHost;
import cairn.ca.lint.alternative.UriSyntax;
import cairn.ca.lint.crl.CrlAkiKeyOnly;
import cairn.ca.lint.crl.CrlAkiMatch;
import cairn.ca.lint.crl.CrlAkiNotCritical;
import cairn.ca.lint.crl.CrlAkiPresent;
import cairn.ca.lint.crl.CrlCriticalFalseEncoded;
import cairn.ca.lint.crl.CrlDeltaBase;
import cairn.ca.lint.crl.CrlDeltaCritical;
import cairn.ca.lint.crl.CrlDeltaFreshest;
import cairn.ca.lint.crl.CrlDistributionPointContent;
import cairn.ca.lint.crl.CrlDistributionPointCritical;
import cairn.ca.lint.crl.CrlDistributionPointUri;
import cairn.ca.lint.crl.CrlExtensionListEmpty;
import cairn.ca.lint.crl.CrlExtensionSyntax;
import cairn.ca.lint.crl.CrlExtensionTwice;
import cairn.ca.lint.crl.CrlIndirect;
import cairn.ca.lint.crl.CrlIssuerMaySign;
import cairn.ca.lint.crl.CrlIssuerNameBytes;
import cairn.ca.lint.crl.CrlIssuerNotEmpty;
import cairn.ca.lint.crl.CrlNextUpdateOrder;
import cairn.ca.lint.crl.CrlNextUpdatePresent;
import cairn.ca.lint.crl.CrlNextUpdateYear;
import cairn.ca.lint.crl.CrlNumberPresent;
import cairn.ca.lint.crl.CrlNumberRange;
import cairn.ca.lint.crl.CrlRevokedEmpty;
import cairn.ca.lint.crl.CrlSerialTwice;
import cairn.ca.lint.crl.CrlSignatureAlgorithmMatch;
import cairn.ca.lint.crl.CrlSignatureDigest;
import cairn.ca.lint.crl.CrlTimes;
import cairn.ca.lint.crl.CrlUnknownCritical;
import cairn.ca.lint.crl.CrlVersion2;
import cairn.ca.lint.crl.CrlWithinIssuer;
import cairn.ca.lint.crl.EntryAfterList;
import cairn.ca.lint.crl.EntryCertificateIssuer;
import cairn.ca.lint.crl.EntryExtensionListEmpty;
import cairn.ca.lint.crl.EntryInvalidityDate;
import cairn.ca.lint.crl.EntryReasonKnown;
import cairn.ca.lint.crl.EntryReasonUnspecified;
import cairn.ca.lint.crl.EntryRemoveFromCrl;
import cairn.ca.lint.crl.EntrySerial;
import cairn.ca.lint.crl.EntryTime;
import cairn.ca.lint.crl.EntryTooEarly;
import cairn.ca.lint.crl.EntryUnknownCritical;
import cairn.ca.lint.device.DevidForever;
import cairn.ca.lint.device.DevidHardwareName;
import cairn.ca.lint.device.DevidSubjectKeyIdentifier;
import cairn.ca.lint.device.DevidUsage;
import cairn.ca.lint.device.MatterBasicConstraints;
import cairn.ca.lint.device.MatterIdsOfIssuer;
import cairn.ca.lint.device.MatterKey;
import cairn.ca.lint.device.MatterKeyIdentifiers;
import cairn.ca.lint.device.MatterKeyUsage;
import cairn.ca.lint.device.MatterProductId;
import cairn.ca.lint.device.MatterSize;
import cairn.ca.lint.device.MatterVendorId;
import cairn.ca.lint.encoding.AuthorityFalseEncoded;
import cairn.ca.lint.encoding.CriticalFalseEncoded;
import cairn.ca.lint.encoding.ExtensionListEmpty;
import cairn.ca.lint.encoding.ExtensionSequenceEmpty;
import cairn.ca.lint.encoding.ExtensionSyntax;
import cairn.ca.lint.encoding.ExtensionTwice;
import cairn.ca.lint.encoding.InternalVersion3;
import cairn.ca.lint.encoding.KeyUsageEncoding;
import cairn.ca.lint.encoding.NoUniqueIdentifiers;
import cairn.ca.lint.encoding.PrimitiveEncoding;
import cairn.ca.lint.encoding.SerialEntropy;
import cairn.ca.lint.encoding.SerialLength;
import cairn.ca.lint.encoding.SerialPositive;
import cairn.ca.lint.encoding.SignatureAlgorithmMatch;
import cairn.ca.lint.encoding.TimeReadable;
import cairn.ca.lint.encoding.TimeSeconds;
import cairn.ca.lint.encoding.TimeType;
import cairn.ca.lint.encoding.TimeZulu;
import cairn.ca.lint.encoding.UniqueIdentifierVersion;
import cairn.ca.lint.encoding.UnknownCriticalExtension;
import cairn.ca.lint.encoding.ValidityOrder;
import cairn.ca.lint.encoding.Version3;
import cairn.ca.lint.extension.AnyPolicyQualifiers;
import cairn.ca.lint.extension.AuthorityInfoAccessNotCritical;
import cairn.ca.lint.extension.AuthorityKeyIdentifierNotCritical;
import cairn.ca.lint.extension.AuthorityKeyIdentifierPair;
import cairn.ca.lint.extension.AuthorityKeyIdentifierPresent;
import cairn.ca.lint.extension.BasicConstraintsCritical;
import cairn.ca.lint.extension.CrlDistributionPointsNotCritical;
import cairn.ca.lint.extension.DistributionPointNamed;
import cairn.ca.lint.extension.ExplicitTextIa5;
import cairn.ca.lint.extension.ExplicitTextLength;
import cairn.ca.lint.extension.ExplicitTextUtf8;
import cairn.ca.lint.extension.FreshestCrlNotCritical;
import cairn.ca.lint.extension.InhibitAnyPolicyCritical;
import cairn.ca.lint.extension.NameConstraintsCritical;
import cairn.ca.lint.extension.NameConstraintsEmpty;
import cairn.ca.lint.extension.NameConstraintsPlace;
import cairn.ca.lint.extension.NoRevAvailAlone;
import cairn.ca.lint.extension.NoRevAvailNotCritical;
import cairn.ca.lint.extension.NoRevAvailPlace;
import cairn.ca.lint.extension.NoRevAvailShort;
import cairn.ca.lint.extension.PathLengthPlace;
import cairn.ca.lint.extension.PointerScheme;
import cairn.ca.lint.extension.PointerSyntax;
import cairn.ca.lint.extension.PolicyConstraintsCritical;
import cairn.ca.lint.extension.PolicyConstraintsEmpty;
import cairn.ca.lint.extension.PolicyExtensionsPlace;
import cairn.ca.lint.extension.PolicyMappingsAny;
import cairn.ca.lint.extension.PolicyMappingsCritical;
import cairn.ca.lint.extension.PolicyTwice;
import cairn.ca.lint.extension.PrivateKeyUsagePeriod;
import cairn.ca.lint.extension.SctListEmpty;
import cairn.ca.lint.extension.SubjectDirectoryAttributesNotCritical;
import cairn.ca.lint.extension.SubjectInfoAccessNotCritical;
import cairn.ca.lint.extension.SubjectKeyIdentifierMethod;
import cairn.ca.lint.extension.SubjectKeyIdentifierNotCritical;
import cairn.ca.lint.extension.SubjectKeyIdentifierOfAuthority;
import cairn.ca.lint.extension.SubjectKeyIdentifierOfEndEntity;
import cairn.ca.lint.extension.SubtreeAddress;
import cairn.ca.lint.extension.SubtreeDns;
import cairn.ca.lint.extension.SubtreeMail;
import cairn.ca.lint.extension.SubtreeMaximum;
import cairn.ca.lint.extension.SubtreeMinimum;
import cairn.ca.lint.extension.SubtreeMinimumEncoded;
import cairn.ca.lint.extension.SubtreeRegisteredId;
import cairn.ca.lint.extension.SubtreeX400;
import cairn.ca.lint.issuer.AuthorityKeyIdentifierMatch;
import cairn.ca.lint.issuer.AuthorityOutlivesIssuer;
import cairn.ca.lint.issuer.Backdated;
import cairn.ca.lint.issuer.EndEntityOutlivesIssuer;
import cairn.ca.lint.issuer.IssuerIsAuthority;
import cairn.ca.lint.issuer.IssuerNameBytes;
import cairn.ca.lint.issuer.KeyOfIssuer;
import cairn.ca.lint.issuer.NameOfIssuer;
import cairn.ca.lint.issuer.NamesWithinIssuer;
import cairn.ca.lint.issuer.PathLengthExhausted;
import cairn.ca.lint.issuer.PathLengthOfIntermediate;
import cairn.ca.lint.issuer.PathLengthShrinks;
import cairn.ca.lint.issuer.PurposeWithinIssuer;
import cairn.ca.lint.issuer.StartsBeforeIssuer;
import cairn.ca.lint.key.EcCurve;
import cairn.ca.lint.key.EcPoint;
import cairn.ca.lint.key.EcdsaParametersAbsent;
import cairn.ca.lint.key.EdwardsParametersAbsent;
import cairn.ca.lint.key.KeyAlgorithm;
import cairn.ca.lint.key.KeyBitsWhole;
import cairn.ca.lint.key.KeyLength;
import cairn.ca.lint.key.PostQuantumParametersAbsent;
import cairn.ca.lint.key.Round3Algorithm;
import cairn.ca.lint.key.RsaClosePrimes;
import cairn.ca.lint.key.RsaExponent;
import cairn.ca.lint.key.RsaExponentRange;
import cairn.ca.lint.key.RsaKeyParameters;
import cairn.ca.lint.key.RsaKeyReadable;
import cairn.ca.lint.key.RsaSignatureNull;
import cairn.ca.lint.key.RsaSize;
import cairn.ca.lint.key.RsaSmallFactors;
import cairn.ca.lint.key.SignatureDigest;
import cairn.ca.lint.name.AttributeEmpty;
import cairn.ca.lint.name.AttributeLength;
import cairn.ca.lint.name.AuthoritySubjectNotEmpty;
import cairn.ca.lint.name.CommonNameTwice;
import cairn.ca.lint.name.CountryCode;
import cairn.ca.lint.name.CountryPrintable;
import cairn.ca.lint.name.DirectoryStringType;
import cairn.ca.lint.name.EmptySubjectCritical;
import cairn.ca.lint.name.FixedStringType;
import cairn.ca.lint.name.InvisibleCharacters;
import cairn.ca.lint.name.IssuerNotEmpty;
import cairn.ca.lint.name.MailInAlternative;
import cairn.ca.lint.name.MultiValuedPart;
import cairn.ca.lint.name.OuterWhiteSpace;
import cairn.ca.lint.name.PersonalNameLength;
import cairn.ca.lint.name.PrintableAlphabet;
import cairn.ca.lint.name.SubjectOrAlternative;
import cairn.ca.lint.name.TestName;
import cairn.ca.lint.name.TextMixUp;
import cairn.ca.lint.name.Utf8Valid;
import cairn.ca.lint.usage.AnyPurpose;
import cairn.ca.lint.usage.AnyPurposeCritical;
import cairn.ca.lint.usage.AuthorityCertSign;
import cairn.ca.lint.usage.AuthorityCrlSign;
import cairn.ca.lint.usage.AuthorityOcspSigning;
import cairn.ca.lint.usage.CertSignNeedsAuthority;
import cairn.ca.lint.usage.EcUsage;
import cairn.ca.lint.usage.EdwardsUsage;
import cairn.ca.lint.usage.EndEntityCrlSign;
import cairn.ca.lint.usage.HashMlDsaAuthority;
import cairn.ca.lint.usage.KeyUsageCritical;
import cairn.ca.lint.usage.KeyUsageEmpty;
import cairn.ca.lint.usage.KeyUsageForAuthority;
import cairn.ca.lint.usage.MlDsaUsage;
import cairn.ca.lint.usage.MlKemUsage;
import cairn.ca.lint.usage.MontgomeryUsage;
import cairn.ca.lint.usage.NoCheckNull;
import cairn.ca.lint.usage.OnlyNeedsAgreement;
import cairn.ca.lint.usage.PurposeConsistent;
import cairn.ca.lint.usage.PurposeTwice;
import cairn.ca.lint.usage.ResponderAlone;
import cairn.ca.lint.usage.ResponderNoCheck;
import cairn.ca.lint.usage.RsaAuthorityEncipherment;
import cairn.ca.lint.usage.RsaAuthorityUsage;
import cairn.ca.lint.usage.RsaEndEntityUsage;
import cairn.ca.lint.usage.SlhDsaUsage;
import cairn.ca.lint.usage.TimeStampingAlone;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, in the order in which findings are shown. A rule is added here, or it does not run. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /** A linter with every rule. */
    public static Linter linter() {
        return new Linter(certificateRules(), crlRules(), crlEntryRules());
    }

    private static List<CertificateRule> certificateRules() {
        return Stream.of(encoding(), name(), alternative(), usage(), extension(), key(), issuer(), device()).flatMap(List::stream).toList();
    }

    private static List<CertificateRule> encoding() {
        return List.of(new PrimitiveEncoding(), new CriticalFalseEncoded(), new AuthorityFalseEncoded(), new KeyUsageEncoding(), new Version3(), new InternalVersion3(), new UniqueIdentifierVersion(), new NoUniqueIdentifiers(), new SerialPositive(), new SerialLength(), new SerialEntropy(), new SignatureAlgorithmMatch(), new TimeZulu(), new TimeSeconds(), new TimeType(), new TimeReadable(), new ValidityOrder(), new ExtensionListEmpty(), new ExtensionTwice(), new ExtensionSyntax(), new UnknownCriticalExtension(), new ExtensionSequenceEmpty());
    }

    private static List<CertificateRule> name() {
        return List.of(new IssuerNotEmpty(), new AuthoritySubjectNotEmpty(), new SubjectOrAlternative(), new EmptySubjectCritical(), new AttributeLength(), new PersonalNameLength(), new AttributeEmpty(), new CountryPrintable(), new CountryCode(), new PrintableAlphabet(), new DirectoryStringType(), new FixedStringType(), new Utf8Valid(), new OuterWhiteSpace(), new InvisibleCharacters(), new TextMixUp(), new MultiValuedPart(), new CommonNameTwice(), new MailInAlternative(), new TestName());
    }

    private static List<CertificateRule> alternative() {
        return List.of(new AltNameKind(), new AltNameEmpty(), new AltNameTwice(), new DnsNameAscii(), new DnsNameAlphabet(), new DnsNameUnderscore(), new DnsNameLength(), new DnsLabelLength(), new DnsLabelEmpty(), new DnsLabelHyphen(), new DnsNameWildcard(), new DnsNameAddress(), new ALabelReadable(), new ALabelNormal(), new MailSyntax(), new UriAscii(), new UriSyntax(), new UriHost(), new SpiffeId(), new AddressLength(), new IssuerAltNotCritical(), new SubjectAltNotCritical(), new ServerNeedsName(), new CommonNameInAlternative(), new HardwareModuleName());
    }

    private static List<CertificateRule> usage() {
        return List.of(new KeyUsageForAuthority(), new KeyUsageCritical(), new KeyUsageEmpty(), new CertSignNeedsAuthority(), new AuthorityCertSign(), new AuthorityCrlSign(), new EndEntityCrlSign(), new OnlyNeedsAgreement(), new RsaAuthorityUsage(), new RsaEndEntityUsage(), new RsaAuthorityEncipherment(), new EcUsage(), new EdwardsUsage(), new MontgomeryUsage(), new MlDsaUsage(), new SlhDsaUsage(), new MlKemUsage(), new HashMlDsaAuthority(), new AnyPurposeCritical(), new AnyPurpose(), new PurposeTwice(), new PurposeConsistent(), new TimeStampingAlone(), new AuthorityOcspSigning(), new ResponderAlone(), new ResponderNoCheck(), new NoCheckNull());
    }

    private static List<CertificateRule> extension() {
        return List.of(new BasicConstraintsCritical(), new PathLengthPlace(), new AuthorityKeyIdentifierPresent(), new AuthorityKeyIdentifierNotCritical(), new AuthorityKeyIdentifierPair(), new SubjectKeyIdentifierOfAuthority(), new SubjectKeyIdentifierOfEndEntity(), new SubjectKeyIdentifierNotCritical(), new SubjectKeyIdentifierMethod(), new NameConstraintsCritical(), new NameConstraintsPlace(), new NameConstraintsEmpty(), new SubtreeMinimum(), new SubtreeMinimumEncoded(), new SubtreeMaximum(), new SubtreeRegisteredId(), new SubtreeX400(), new SubtreeAddress(), new SubtreeDns(), new SubtreeMail(), new PolicyTwice(), new ExplicitTextIa5(), new ExplicitTextUtf8(), new ExplicitTextLength(), new AnyPolicyQualifiers(), new PolicyMappingsCritical(), new PolicyMappingsAny(), new PolicyExtensionsPlace(), new PolicyConstraintsCritical(), new PolicyConstraintsEmpty(), new InhibitAnyPolicyCritical(), new CrlDistributionPointsNotCritical(), new FreshestCrlNotCritical(), new AuthorityInfoAccessNotCritical(), new SubjectInfoAccessNotCritical(), new SubjectDirectoryAttributesNotCritical(), new DistributionPointNamed(), new PointerSyntax(), new PointerScheme(), new NoRevAvailNotCritical(), new NoRevAvailPlace(), new NoRevAvailAlone(), new NoRevAvailShort(), new PrivateKeyUsagePeriod(), new SctListEmpty());
    }

    private static List<CertificateRule> key() {
        return List.of(new KeyAlgorithm(), new Round3Algorithm(), new SignatureDigest(), new RsaSignatureNull(), new EcdsaParametersAbsent(), new EdwardsParametersAbsent(), new PostQuantumParametersAbsent(), new KeyBitsWhole(), new KeyLength(), new RsaKeyReadable(), new RsaKeyParameters(), new RsaSize(), new RsaExponent(), new RsaExponentRange(), new RsaSmallFactors(), new RsaClosePrimes(), new EcCurve(), new EcPoint());
    }

    private static List<CertificateRule> issuer() {
        return List.of(new IssuerNameBytes(), new IssuerIsAuthority(), new AuthorityKeyIdentifierMatch(), new StartsBeforeIssuer(), new EndEntityOutlivesIssuer(), new AuthorityOutlivesIssuer(), new Backdated(), new PathLengthExhausted(), new PathLengthShrinks(), new PathLengthOfIntermediate(), new KeyOfIssuer(), new NameOfIssuer(), new PurposeWithinIssuer(), new NamesWithinIssuer());
    }

    private static List<CertificateRule> device() {
        return List.of(new MatterKey(), new MatterBasicConstraints(), new MatterKeyUsage(), new MatterKeyIdentifiers(), new MatterVendorId(), new MatterProductId(), new MatterIdsOfIssuer(), new MatterSize(), new DevidUsage(), new DevidHardwareName(), new DevidForever(), new DevidSubjectKeyIdentifier());
    }

    private static List<CrlRule> crlRules() {
        return List.of(new CrlVersion2(), new CrlSignatureAlgorithmMatch(), new CrlSignatureDigest(), new CrlIssuerNotEmpty(), new CrlIssuerNameBytes(), new CrlIssuerMaySign(), new CrlTimes(), new CrlNextUpdatePresent(), new CrlNextUpdateOrder(), new CrlNextUpdateYear(), new CrlWithinIssuer(), new CrlRevokedEmpty(), new CrlExtensionTwice(), new CrlExtensionListEmpty(), new CrlExtensionSyntax(), new CrlCriticalFalseEncoded(), new CrlUnknownCritical(), new CrlNumberPresent(), new CrlNumberRange(), new CrlAkiPresent(), new CrlAkiKeyOnly(), new CrlAkiMatch(), new CrlAkiNotCritical(), new CrlDistributionPointCritical(), new CrlDistributionPointContent(), new CrlDistributionPointUri(), new CrlIndirect(), new CrlDeltaCritical(), new CrlDeltaFreshest(), new CrlDeltaBase(), new CrlSerialTwice());
    }

    private static List<CrlEntryRule> crlEntryRules() {
        return List.of(new EntrySerial(), new EntryTime(), new EntryAfterList(), new EntryTooEarly(), new EntryReasonKnown(), new EntryReasonUnspecified(), new EntryRemoveFromCrl(), new EntryUnknownCritical(), new EntryExtensionListEmpty(), new EntryInvalidityDate(), new EntryCertificateIssuer());
    }
}
